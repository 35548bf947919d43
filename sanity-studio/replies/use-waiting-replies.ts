import { useEffect, useState } from 'react'
import { useDocumentStore } from 'sanity'
import { type WaitingReply, waitingReplies } from './waiting.ts'

/** The replies that wait, live; `undefined` until they are known. */
export function useWaitingReplies(): WaitingReply[] | undefined {
  const store = useDocumentStore()
  const [replies, setReplies] = useState<WaitingReply[]>()
  useEffect(() => {
    const subscription = waitingReplies(store).subscribe(setReplies)
    return () => subscription.unsubscribe()
  }, [store])
  return replies
}
