import { addressOf, shownName, wayTo } from '../place.ts';

interface CrumbsProps {
  serviceId: string;
  at: string;
  onGo: (at: string) => void;
}

/** True for a press that the page takes itself; with a key held, the browser opens another tab. */
export const isPlain = (event: MouseEvent): boolean => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** A link to a directory that changes the list instead of the page. */
export function FolderLink({ serviceId, at, onGo, current }: CrumbsProps & { current: boolean }) {
  const go = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    onGo(at);
  };
  return (
    <a class="path" href={addressOf(serviceId, at)} aria-current={current ? 'page' : undefined} onClick={go}>
      {shownName(at)}
    </a>
  );
}

/** The way from the top to where one is. */
export const Crumbs = ({ serviceId, at, onGo }: CrumbsProps) => (
  <nav class="file-crumbs" aria-label="Gdzie jesteś">
    <ol>
      {wayTo(at).map((ref) => (
        <li key={ref} class="file-crumb">
          <FolderLink serviceId={serviceId} at={ref} onGo={onGo} current={ref === at} />
        </li>
      ))}
    </ol>
  </nav>
);
