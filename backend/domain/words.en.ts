import type { words as french } from './words.fr.js';

type Translation<Words> = {
  [Group in keyof Words]: { [Code in keyof Words[Group]]: string };
};

export const words: Translation<typeof french> = {
  kind: {
    anomaly: 'Problem',
    suggestion: 'Suggestion',
    complaint: 'Complaint',
    compliment: 'Thanks',
  },
  kindHint: {
    anomaly: 'Something went wrong',
    suggestion: 'An idea to do better',
    complaint: 'A grievance that expects an answer',
    compliment: 'Something that pleased',
  },
  feedbackState: {
    received: 'Received',
    qualified: 'Qualified',
    in_progress: 'In progress',
    resolved: 'Resolved',
    closed: 'Closed',
    dismissed: 'Dismissed',
    duplicate: 'Duplicate',
    transferred: 'Passed on',
  },
  channel: {
    front_desk: 'At the front desk',
    phone: 'By phone',
    mail: 'By post',
    email: 'By e-mail',
    web: 'Online',
    kiosk: 'On the kiosk',
    wall: 'Wall of expression',
    survey: 'In a survey',
    workshop: 'In a workshop',
    meeting: 'In a meeting (residents’ council or other body)',
  },
  reporter: {
    user: 'Service user',
    relative: 'Relative or carer',
    professional: 'Professional',
    partner: 'Partner',
    official: 'Elected official',
  },
  severity: {
    '1': 'Slight',
    '2': 'Annoying',
    '3': 'Serious',
    '4': 'Critical',
  },
  frequency: {
    '1': 'Once',
    '2': 'Sometimes',
    '3': 'Often',
    '4': 'All the time',
  },
  criticality: {
    '1': 'Low',
    '2': 'Medium',
    '3': 'High',
    '4': 'Major',
  },
  actionKind: {
    immediate: 'Immediate',
    corrective: 'Corrective',
    preventive: 'Preventive',
    improvement: 'Improvement',
  },
  actionKindHint: {
    immediate: 'Fixes this case, right away',
    corrective: 'Removes the cause of what happened',
    preventive: 'Removes the cause of what could happen',
    improvement: 'Makes a working thing better',
  },
  actionState: {
    planned: 'Planned',
    in_progress: 'In progress',
    done: 'Done, to be verified',
    verified: 'Verified',
    cancelled: 'Cancelled',
  },
  verdict: {
    effective: 'Effective',
    ineffective: 'Ineffective',
    inconclusive: 'No conclusion possible',
  },
  checkMethod: {
    indicator: 'An indicator reaches its value',
    recurrence: 'The trouble does not come back',
    observation: 'What is described is observed',
  },
  rating: {
    '1': 'Low',
    '2': 'Medium',
    '3': 'High',
    '4': 'Very high',
  },
  participation: {
    informed: 'Users informed',
    consulted: 'Users consulted',
    co_built: 'Built with users',
    co_decided: 'Decided with users',
    co_implemented: 'Carried out with users',
  },
  originKind: {
    feedback: 'Feedback',
    analysis_cause: 'Cause found by an analysis',
    survey: 'Survey result',
    indicator: 'Indicator',
    recommendation: 'Recommendation',
    audit: 'Audit or evaluation finding',
  },
  role: {
    agent: 'Front desk',
    manager: 'Unit manager',
    quality_manager: 'Quality manager',
    elected: 'Elected official',
    administrator: 'Administration',
  },
  unitKind: {
    organization: 'Organisation',
    department: 'Department',
    reception: 'Reception desk',
    care_home: 'Care home (EHPAD)',
    home_help: 'Home help (SAAD, SAVS)',
    sessad: 'SESSAD',
    esat: 'ESAT',
    other: 'Other service',
  },
  smiley: {
    good: 'Good',
    medium: 'Fair',
    bad: 'Poor',
  },
  target: {
    met: 'Target met',
    missed: 'Target missed',
    inconclusive: 'No conclusion possible',
  },
};
