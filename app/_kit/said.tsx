/**
 * A sentence that the page did not choose from its catalogue: why something was refused. It is in the language of the
 * page where its table has it, else in English, which one hears by its first letter.
 */
export function Said({ sentence }: { sentence: string }) {
  return (
    <bdi lang={/^\P{L}*[A-Za-z]/u.test(sentence) ? 'en' : undefined} className="block">
      {sentence}
    </bdi>
  )
}
