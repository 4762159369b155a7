import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as polish, translations } from '@zxcvbn-ts/language-pl';

/** Words that an attacker of this very product would try first. */
const HERE = ['klucznik', 'ftp', 'sftp', 'ftps', 'serwer', 'hosting', 'informatyk', 'dostep', 'haslo'];

/** The judge of passwords with everything it knows: common passwords, keyboards, Polish words and names. */
export const createJudge = (): ZxcvbnFactory =>
  new ZxcvbnFactory({ dictionary: { ...common, ...polish, here: HERE }, graphs: adjacencyGraphs, translations });
