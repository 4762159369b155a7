import {
  type Answered,
  answersAsText,
  backAddress,
  type Flow,
  insteadAddress,
  type Place,
  progressWords,
  spokenAnswers,
  wizardHelpQuery,
} from '../../content/wizard-engine/index.ts';

/*
 * The places that a prerendered wizard page leaves open (site/wizard/*.astro writes them):
 *   [data-wizard=progress]  text      [data-wizard=back]  href          [data-wizard=form]  hidden inputs, the chosen radio
 *   [data-wizard=answers]   list      [data-wizard=mail]  answers added to a mailto: link
 *   [data-wizard=help]      what was answered added to a link to people's help
 *   [data-next-step=N]      href of the outcome's N-th next step that changes answers
 */
export function fillPage(page: Response, flow: Flow, place: Place): Response {
  return new HTMLRewriter()
    .on('[data-wizard=progress]', { element: (slot) => void slot.setInnerContent(progressWords(place)) })
    .on('[data-wizard=back]', { element: (link) => void link.setAttribute('href', backAddress(flow, place)) })
    .on('[data-wizard=form]', {
      element(form) {
        // In the order of the questions, so that the address a browser builds is the canonical one.
        form.prepend(hiddenAnswers(place.before), { html: true });
        form.append(hiddenAnswers(place.later), { html: true });
      },
    })
    .on('[data-wizard=form] input[type=radio]', {
      element: (radio) => void (radio.getAttribute('value') === place.chosen && radio.setAttribute('checked', '')),
    })
    .on('[data-wizard=answers]', { element: (slot) => void slot.setInnerContent(answersList(flow, place), { html: true }) })
    .on('[data-wizard=mail]', {
      element: (link) =>
        void link.setAttribute(
          'href',
          `${link.getAttribute('href')}&body=${encodeURIComponent(answersAsText(flow, place.before))}`,
        ),
    })
    .on('[data-wizard=help]', {
      element: (link) =>
        void link.setAttribute('href', `${link.getAttribute('href')}?${wizardHelpQuery(flow.id, place.page, place.before)}`),
    })
    .on('[data-next-step]', {
      element: (link) =>
        void link.setAttribute('href', nextStepAddress(flow, place, Number(link.getAttribute('data-next-step')))),
    })
    .transform(page);
}

/** Only names that the wizard itself knows get here: what else stood in the address was dropped. */
const hiddenAnswers = (answers: readonly Answered[]) =>
  answers.map(({ question, option }) => `<input type="hidden" name="${question}" value="${option}">`).join('');

function nextStepAddress(flow: Flow, place: Place, index: number): string {
  const step = flow.words.outcomes[place.page]?.nextSteps[index];
  return insteadAddress(flow, place, step && 'answers' in step ? step.answers : {});
}

function answersList(flow: Flow, place: Place): string {
  const given = spokenAnswers(flow, place);
  if (given.length === 0) return '';
  const rows = given.map(
    ({ question, answer, changeAddress }) =>
      `<div><dt>${escaped(question)}</dt><dd>${escaped(answer)}</dd><dd><a href="${escaped(changeAddress)}">Zmień<span class="unseen">: ${escaped(question)}</span></a></dd></div>`,
  );
  const kept = place.later.length > 0 ? '<p class="hint">Późniejsze odpowiedzi zachowamy, jeśli nadal będą pasować.</p>' : '';
  return `<h2>Twoje odpowiedzi</h2><dl class="answers">${rows.join('')}</dl>${kept}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
