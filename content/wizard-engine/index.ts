export { flowAddress, pageAddress, readAddress } from './address.ts';
export {
  type AskedFrom,
  flowWords,
  helpQuery,
  type KnownFlows,
  wizardHelpQuery,
} from './help.ts';
export { backAddress, changeAnswers, type Direction, direct, insteadAddress, type Place } from './place.ts';
export { type Answered, type Answers, type Resolution, resolve, toAnswers } from './resolve.ts';
export { type Flow, flowSchema, type OutcomePolicy, type OutcomeWords } from './schema.ts';
export { longestWay, shortestWayTo, walk } from './walk.ts';
export { answersAsText, progressWords, type SpokenAnswer, spokenAnswers } from './words.ts';
