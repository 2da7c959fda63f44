'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'

export interface PaletteItem {
  href: string
  label: string
  hint: string | null
}

export interface PaletteGroup {
  /** The heading of the group. */
  value: string
  items: PaletteItem[]
}

/** A dialog with one line to write in, and what one may jump to below it. The first is always highlighted. */
export function Palette({
  groups,
  text,
  status,
  label,
  close,
  onText,
  onChoose,
  onClose,
}: {
  groups: readonly PaletteGroup[]
  text: string
  /** Read out as it changes, and shown: how many were found, or what to do. */
  status: string
  label: string
  close: string
  onText: (text: string) => void
  onChoose: (item: PaletteItem) => void
  onClose: () => void
}) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/25" />
        <Dialog.Popup className="fixed inset-x-0 top-[12vh] z-30 mx-auto w-[min(40rem,calc(100vw-2rem))] rounded-xs border border-rule bg-paper outline-none">
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={groups}
            value={text}
            itemToStringValue={(item: PaletteItem) => item.label}
            onValueChange={(typed, { reason }) => {
              if (reason !== 'item-press') onText(typed)
            }}
          >
            <div className="flex items-center border-b border-rule">
              <Autocomplete.Input
                aria-label={label}
                placeholder={label}
                className="w-full bg-transparent px-4 py-3 text-body -outline-offset-2"
              />
              <Dialog.Close className="cursor-pointer px-4 py-3 text-small text-muted hover:text-link -outline-offset-2">
                {close}
              </Dialog.Close>
            </div>
            <Autocomplete.List className="max-h-[55vh] overflow-y-auto overscroll-contain py-1 empty:hidden">
              {(group: PaletteGroup) => (
                <Autocomplete.Group key={group.value} items={group.items} className="py-1">
                  <Autocomplete.GroupLabel className="label px-4 py-1">{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: PaletteItem) => (
                      <Autocomplete.Item
                        key={item.href}
                        value={item}
                        onClick={() => onChoose(item)}
                        className="cursor-default px-4 py-1.5 data-highlighted:bg-wash data-highlighted:outline data-highlighted:-outline-offset-1 data-highlighted:outline-rule"
                      >
                        <span dir="auto">{item.label}</span>
                        {item.hint ? <span className="label"> {item.hint}</span> : null}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <Autocomplete.Status className="label border-t border-rule px-4 py-2">
              {status}
            </Autocomplete.Status>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
