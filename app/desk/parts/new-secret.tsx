import { CopyButton } from '@/app/_kit/copy-button'
import { Notice } from '@/app/_kit/notice'

/** A key or a signing secret that was just made, for the one time that it can be copied. */
export function NewSecret({
  title,
  text,
  value,
  copy,
  copied,
}: {
  title: string
  text: string
  value: string
  copy: string
  copied: string
}) {
  return (
    <Notice title={title}>
      <p>{text}</p>
      <p className="my-2">
        <code className="select-all break-all">{value}</code>
      </p>
      <CopyButton text={value} label={copy} done={copied} />
    </Notice>
  )
}
