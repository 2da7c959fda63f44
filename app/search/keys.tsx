'use client'
import { type ComponentType, useEffect, useState } from 'react'
import type { PaletteWords } from './words'

type Loaded = ComponentType<{ words: PaletteWords; onClose: () => void }>

/** `/` goes to the search box; Ctrl-K or Cmd-K opens the palette, whose code comes when it is first asked for. */
export function SearchKeys({ words }: { words: PaletteWords }) {
  const [Palette, setPalette] = useState<Loaded>()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const combined = event.ctrlKey || event.metaKey
      const writing = (event.target as Element).closest('input,textarea,select,[contenteditable]')
      if (combined && event.key === 'k') {
        import('./palette').then((loaded) => setPalette(() => loaded.default))
        setOpen(true)
      } else if (!combined && event.key === '/' && !writing) document.getElementById('search')?.focus()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return Palette && open ? <Palette words={words} onClose={() => setOpen(false)} /> : null
}
