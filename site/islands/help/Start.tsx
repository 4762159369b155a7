import { useEffect, useState } from 'preact/hooks';
import { answerLines, helpQuery, type KnownFlows, readHelpQuery, readReferrer } from '../../../content/wizard-engine/help.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { startTying } from '../parts/typography.ts';
import { useFreshSession } from '../parts/use-session.ts';

startTying();

/** Where the person came from: said by the link, or known from the page before. */
const askedFrom = (flows: KnownFlows) =>
  readHelpQuery(new URLSearchParams(location.search), flows) ?? readReferrer(document.referrer, location.origin, flows);

/** The door to writing to support: whoever is signed in goes on at once, whoever is not signs in first and loses nothing. */
export default function Start({ flows }: { flows: KnownFlows }) {
  const [from] = useState(() => askedFrom(flows));
  const { session, looked } = useFreshSession();
  const form = `/panel/pomoc/nowa/${from ? `?${helpQuery(from)}` : ''}`;
  useEffect(() => {
    if (session?.account) location.replace(form);
  }, [session?.account?.id]);
  if (session?.account || !looked) return <Skeleton lines={1} />;
  if (session) return <p>To logowanie nie ma konta klienta, więc napisz e-mailem albo zadzwoń.</p>;
  const lines = from ? answerLines(from, flows) : [];
  return (
    <>
      <p>Najprościej napisać w Panelu: cała rozmowa zostanie tam w jednym miejscu, a odpowiedź przyjdzie też e-mailem.</p>
      {lines.length > 0 ? (
        <>
          <p>Twoje odpowiedzi z kreatora dołączymy do wiadomości:</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p class="acts">
        <a class="button" href={`/logowanie/?${new URLSearchParams({ dalej: form })}`}>
          Zaloguj się i napisz
        </a>
      </p>
    </>
  );
}
