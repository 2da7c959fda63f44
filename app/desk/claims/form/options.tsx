/** The choices of a select, from a closed vocabulary and its labels. */
export function Options({ values, label }: { values: readonly string[]; label: (value: string) => string }) {
  return values.map((value) => (
    <option key={value} value={value}>
      {label(value)}
    </option>
  ))
}
