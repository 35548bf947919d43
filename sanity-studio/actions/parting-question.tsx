import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { getPublishedId, useClient } from 'sanity'
import { IntentLink } from 'sanity/router'
import { apiVersion } from '../structure/api-version.ts'

type Props = {
  /** Of the published document. */
  id: string
  /** What becomes of the document. */
  consequence: string
  /** On the button that does it. */
  label: string
  onConfirm: () => void
  onCancel: () => void
}

type Use = { id: string; type: string; title: string }

/** Addresses of repliers hold nothing back: they go with the reply. */
const query = `*[references($id) && !(_id in [$id, "drafts." + $id]) && _type != "replyContact"] | order(_type, _id) {
  "id": _id,
  "type": _type,
  "title": coalesce(title, name, text, "Something without a title")
}`

/** Asks before a document leaves the site or is deleted. One that is still used cannot go, so it only says where. */
export function PartingQuestion({ id, consequence, label, onConfirm, onCancel }: Props) {
  const { uses, failed } = useUses(id)
  const used = uses !== undefined && uses.length > 0
  return (
    <Stack gap={4}>
      {used ? (
        <Card padding={3} radius={2} tone="caution">
          <Stack gap={3}>
            <Text size={1}>It is still used here. Take it out there first, and publish that:</Text>
            <Stack as="ul" gap={4}>
              {uses.map((use) => (
                <Text as="li" key={use.id} size={1}>
                  <IntentLink intent="edit" onClick={onCancel} params={{ id: use.id, type: use.type }}>
                    {use.title}
                  </IntentLink>
                </Text>
              ))}
            </Stack>
          </Stack>
        </Card>
      ) : (
        <Text size={1}>
          {failed ? 'Where it is used cannot be found out just now. Try again in a moment.' : consequence}
        </Text>
      )}
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" onClick={onCancel} text={used ? 'Close' : 'Cancel'} />
        {!used && <Button disabled={!uses} mode="ghost" onClick={onConfirm} text={label} tone="critical" />}
      </Flex>
    </Stack>
  )
}

/** Where a document is used: `undefined` until that is known, and where it cannot be found out. */
function useUses(id: string): { uses: Use[] | undefined; failed: boolean } {
  const client = useClient({ apiVersion })
  const [uses, setUses] = useState<Use[]>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let shown = true
    void client.fetch<Use[]>(query, { id }, { perspective: 'raw', tag: 'uses' }).then(
      (found) => shown && setUses(once(found)),
      () => shown && setFailed(true),
    )
    return () => {
      shown = false
    }
  }, [client, id])
  return { uses, failed }
}

/** What a draft and its published version both use is used once. */
function once(uses: Use[]): Use[] {
  const byId = new Map(uses.map((use) => [getPublishedId(use.id), use]))
  return [...byId].map(([id, use]) => ({ ...use, id }))
}
