/** A quoted fragment, in the words of the speaker, and in the direction of their writing. */
export function Quote({
  text,
  language,
  className = '',
}: {
  text: string
  /** Where it is recorded (BCP 47). */
  language?: string
  className?: string
}) {
  return (
    <q lang={language} dir="auto" className={`font-serif italic [quotes:'“'_'”'] ${className}`}>
      {text}
    </q>
  )
}
