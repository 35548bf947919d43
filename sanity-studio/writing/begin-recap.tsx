import { AddIcon } from '@sanity/icons/Add'
import { CalendarIcon } from '@sanity/icons/Calendar'
import { Card, Container, Flex, Heading, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { IntentLink, type IntentParameters } from 'sanity/router'
import { formatMoment } from '../schema/previews/moment.ts'
import { aboutEvening } from './recap-templates.ts'
import { useUntold } from './use-untold.ts'

/** Where a recap begins: with an evening that nobody has written up yet, or with an empty page. */
export function BeginRecap() {
  const { evenings, drafts } = useUntold()
  return (
    <Card data-testid="begin-recap" height="fill" overflow="auto">
      <Container padding={4} width={1}>
        <Stack gap={5}>
          <Section title={evenings?.length === 0 ? 'A new recap' : 'About which evening?'}>
            {evenings?.map(({ id, title, startsAt, timeZone, venue }) => (
              <Choice
                icon={<CalendarIcon />}
                intent="create"
                key={id}
                params={[{ type: 'recap', template: aboutEvening }, { eventId: id }]}
                subtitle={[formatMoment(startsAt, timeZone ?? undefined), venue].filter(Boolean).join(' · ')}
                title={title}
              />
            ))}
            <Choice
              icon={<AddIcon />}
              intent="create"
              params={{ type: 'recap', template: 'recap' }}
              subtitle={evenings?.length === 0 ? 'Every evening so far has its recap.' : 'An empty page.'}
              title={evenings?.length === 0 ? 'Begin with an empty page' : 'Something else'}
            />
          </Section>
          {drafts && drafts.length > 0 && (
            <Section title="Or go on with a draft">
              {drafts.map(({ id, title, updatedAt }) => (
                <Choice
                  intent="edit"
                  key={id}
                  params={{ id, type: 'recap' }}
                  subtitle={`Last changed ${formatMoment(updatedAt)}`}
                  title={title}
                />
              ))}
            </Section>
          )}
        </Stack>
      </Container>
    </Card>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={3}>
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

type ChoiceProps = {
  title: string
  subtitle: string
  icon?: ReactNode
  intent: string
  params: IntentParameters
}

function Choice({ title, subtitle, icon, intent, params }: ChoiceProps) {
  return (
    <Card
      as={IntentLink}
      border
      data-as="a"
      intent={intent}
      padding={4}
      params={params}
      radius={2}
      style={{ textDecoration: 'none', color: 'inherit' }}
    >
      <Flex align="center" gap={3}>
        {icon && <Text size={2}>{icon}</Text>}
        <Stack gap={3}>
          <Text weight="medium">{title}</Text>
          <Text muted size={1}>
            {subtitle}
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}
