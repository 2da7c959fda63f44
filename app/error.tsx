'use client'
import { Failure, type FailureProps } from './failure'

/** Shown where a page fails. To retry is to ask the server again; the framework's `reset` would only draw the same failure. */
export default function ErrorPage(props: FailureProps) {
  return <Failure {...props} />
}
