/** The one project this server pretends to be, and the one person who works in it. */

export const projectId = 'local'
export const defaultDataset = 'production'

const administrator = { name: 'administrator', title: 'Administrator', description: 'Can do everything' }

export const organiser = {
  id: 'organiser',
  name: 'Organiser',
  email: 'organiser@localhost',
  profileImage: '',
  provider: 'local',
  role: administrator.name,
  roles: [administrator],
}

export const roles = [administrator]

export const project = {
  id: projectId,
  displayName: 'Last Orders on this machine',
  studioHost: null,
  organizationId: null,
  isBlocked: false,
  isDisabled: false,
  isDisabledByUser: false,
  activityFeedEnabled: false,
  createdAt: '2026-01-01T00:00:00Z',
  metadata: {},
  features: [],
  members: [{ id: organiser.id, isCurrentUser: true, isRobot: false, role: administrator.name, roles }],
}
