/** A page with nothing of its own: what `npm run bench` compares others with. Found only where BENCH is set. */
export default function EmptyPage() {
  return null
}
