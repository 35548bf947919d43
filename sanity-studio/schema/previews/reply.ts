import { formatDay } from './moment.ts'

type Selection = { name?: string; text?: string; recap?: string; submittedAt?: string }

/** How a reply looks in lists: what it says, who says it, and under which recap. */
export const describeReply = {
  select: { name: 'name', text: 'text', recap: 'recap.title', submittedAt: 'submittedAt' },
  prepare({ name, text, recap, submittedAt }: Selection) {
    return {
      title: text?.trim() || 'A reply without words',
      subtitle: [name, submittedAt && formatDay(submittedAt), recap].filter(Boolean).join(' · '),
    }
  },
}
