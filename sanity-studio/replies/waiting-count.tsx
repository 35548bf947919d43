import { CommentIcon } from '@sanity/icons/Comment'
import { useWaitingReplies } from './use-waiting-replies.ts'

/** Stands where other entries have a picture: how many replies wait, or a speech bubble where none does. */
export function WaitingCount() {
  const count = useWaitingReplies()?.length ?? 0
  if (count === 0) return <CommentIcon />
  return (
    <svg
      aria-label={`${count} waiting`}
      data-testid="waiting-count"
      height="25"
      role="img"
      viewBox="0 0 25 25"
      width="25"
    >
      <rect fill="#b3261e" height="21" rx="10.5" width="25" y="2" />
      <text
        fill="#fff"
        fontFamily="system-ui, sans-serif"
        fontSize="13"
        fontWeight="600"
        textAnchor="middle"
        x="12.5"
        y="17"
      >
        {count > 99 ? '99+' : count}
      </text>
    </svg>
  )
}
