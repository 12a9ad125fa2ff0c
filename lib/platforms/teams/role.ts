/** Teams' own ranks; `unknown` where the list has not been seen or its words are not understood. */
export type TeamsRole = 'organiser' | 'coorganiser' | 'presenter' | 'attendee' | 'unknown'
