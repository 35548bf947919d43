import type { SanityClient } from 'sanity'

/** Puts replies that wait on the site, all or none. Their ids are those of the published documents to be. */
export async function approveReplies(client: SanityClient, ids: string[]): Promise<void> {
  await client.action(
    ids.map((id) => ({
      actionType: 'sanity.action.document.publish' as const,
      draftId: `drafts.${id}`,
      publishedId: id,
    })),
    { tag: 'replies.approve' },
  )
}

/** Deletes replies for good, in every version, and with them the e-mail addresses of those who wrote them. */
export async function deleteReplies(client: SanityClient, ids: string[]): Promise<void> {
  const contacts: string[] = await client.fetch(
    '*[_type == "replyContact" && reply._ref in $ids]._id',
    { ids },
    { perspective: 'raw', tag: 'replies.contacts' },
  )
  const gone = [...ids.flatMap((id) => [`drafts.${id}`, id]), ...contacts]
  const transaction = gone.reduce((all, id) => all.delete(id), client.transaction())
  await transaction.commit({ tag: 'replies.delete', visibility: 'sync' })
}

/** How many replies answer these, without those among them: they have to go first. */
export async function countAnswers(client: SanityClient, ids: string[]): Promise<number> {
  return client.fetch(
    'count(*[_type == "reply" && inReplyTo._ref in $ids && !(_id in $gone)])',
    { ids, gone: ids.flatMap((id) => [id, `drafts.${id}`]) },
    { perspective: 'raw', tag: 'replies.answers' },
  )
}
