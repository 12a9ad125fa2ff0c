/** The id under which the teacher's own picture in the green room is looked at: there is no participant yet. */
export const OWN_PREVIEW = 'own-preview'
