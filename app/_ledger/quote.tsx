/** A quoted fragment, in the words of the speaker. */
export function Quote({ text, className = '' }: { text: string; className?: string }) {
  return <q className={`font-serif italic [quotes:'“'_'”'] ${className}`}>{text}</q>
}
