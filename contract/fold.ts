/** Text in the letters a–z that people type without thinking: „Żółć” → „zolc”. Other characters stay. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
