'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * A line to write in that suggests while one types. Without JavaScript, and until it has loaded, it is a plain field;
 * what was typed into that is kept.
 */
export function Suggest<T>({
  field,
  text,
  items,
  keyOf,
  onText,
  onChoose,
  children,
}: {
  field: ComponentProps<'input'>
  text: string
  items: readonly T[]
  keyOf: (item: T) => string
  onText: (text: string) => void
  onChoose: (item: T) => void
  /** How an item is shown in the list. */
  children: (item: T) => ReactNode
}) {
  const highlighted = useRef<T>(undefined)
  const plain = useRef<HTMLInputElement>(null)
  const [scripted, setScripted] = useState(false)
  const typedEarly = useRef(onText)
  useEffect(() => {
    const typed = plain.current?.value
    if (typed !== undefined && typed !== plain.current?.defaultValue) typedEarly.current(typed)
    setScripted(true)
  }, [])
  if (!scripted) return <input ref={plain} {...field} defaultValue={text} />
  return (
    <Autocomplete.Root
      items={items}
      mode="none"
      value={text}
      itemToStringValue={() => text}
      onItemHighlighted={(item) => {
        highlighted.current = item
      }}
      onValueChange={(typed, { reason }) => {
        if (reason !== 'item-press') onText(typed)
        else if (highlighted.current !== undefined) onChoose(highlighted.current)
      }}
    >
      <Autocomplete.Input {...field} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="z-20 outline-none" sideOffset={2} align="start">
          <Autocomplete.Popup className="data-empty:hidden max-h-72 w-max min-w-(--anchor-width) max-w-[min(36rem,var(--available-width))] overflow-y-auto rounded-xs border border-rule bg-paper py-1">
            <Autocomplete.List>
              {(item: T) => (
                <Autocomplete.Item
                  key={keyOf(item)}
                  value={item}
                  className="cursor-default px-2.5 py-1 data-highlighted:bg-wash data-highlighted:outline data-highlighted:-outline-offset-1 data-highlighted:outline-rule"
                >
                  {children(item)}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
