import { useState } from 'preact/hooks';
import type { DirectoryListing } from '../../../../contract/index.ts';
import { api, call } from '../../../api/client.ts';
import { isOdd, visibleName, visiblePath } from '../../../words/names.ts';
import { FieldError } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { pathIn, WHY_NOT } from './tree.ts';

interface Tree {
  serviceId: string;
  chosen: string;
  onChoose: (path: string) => void;
}

function Branch({ path, ...tree }: Tree & { path: string }) {
  const { value, failed, loading, reload } = useLoad(`${tree.serviceId}:${path}`, () =>
    call((options) =>
      api.services[':serviceId'].directories.$get({ param: { serviceId: tree.serviceId }, query: { path } }, options),
    ),
  );
  if (failed) return <Refusal failed={failed} onRetry={reload} />;
  if (!value) return loading ? <p class="progress">Czytamy katalogi z serwera…</p> : null;
  if (value.directories.length === 0)
    return (
      <p class="hint">
        {path === '/' ? 'Na serwerze nie ma jeszcze żadnego katalogu. Utwórz go w WebFTP.' : 'Nie ma tu więcej katalogów.'}
      </p>
    );
  return (
    <ul class="tree">
      {value.directories.map((directory) => (
        <Directory key={directory.name} parent={path} directory={directory} {...tree} />
      ))}
      {value.truncated ? (
        <li class="hint">Jest tu więcej katalogów, niż da się pokazać. Jeśli brakuje potrzebnego, napisz do BOK.</li>
      ) : null}
    </ul>
  );
}

function Directory({
  parent,
  directory,
  ...tree
}: Tree & { parent: string; directory: DirectoryListing['directories'][number] }) {
  const path = pathIn(parent, directory.name);
  const [open, setOpen] = useState(tree.chosen.startsWith(`${path}/`));
  const name = visibleName(directory.name);
  const id = `katalog-${path}`;
  return (
    <li>
      <div class="tree-row">
        <button
          type="button"
          class="tree-toggle"
          aria-expanded={open}
          aria-label={`Katalogi w: ${name}`}
          disabled={!directory.selectable}
          onClick={() => setOpen(!open)}
        />
        <label>
          <input
            type="radio"
            name="spec.directory"
            value={path}
            checked={tree.chosen === path}
            disabled={!directory.selectable}
            aria-describedby={directory.why ? id : undefined}
            onChange={() => tree.onChoose(path)}
          />
          <span class="path">{name}</span>
        </label>
      </div>
      {directory.why ? (
        <p class="hint" id={id}>
          {WHY_NOT[directory.why]}
        </p>
      ) : null}
      {isOdd(directory.name) ? <p class="hint">W nazwie są znaki, których nie widać – zapisaliśmy je kodem.</p> : null}
      {open ? <Branch path={path} {...tree} /> : null}
    </li>
  );
}

/** Directories as they are on the server now, opened one by one; a path is never typed. */
export function DirectoryPicker({ error, ...tree }: Tree & { error: string | null }) {
  return (
    <fieldset
      class="choices"
      data-invalid={error ? 'true' : undefined}
      aria-describedby={error ? 'spec.directory-error' : undefined}
    >
      <legend>Który katalog</legend>
      <p class="hint">Osoba zobaczy ten katalog i wszystko, co w nim jest. Niczego wyżej.</p>
      <div class="tree-window">
        <Branch path="/" {...tree} />
      </div>
      {tree.chosen ? (
        <p>
          Wybrano: <span class="path">{visiblePath(tree.chosen)}</span>
        </p>
      ) : null}
      <FieldError id="spec.directory" error={error} />
    </fieldset>
  );
}
