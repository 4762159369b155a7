import { ForService } from '../assets/ForService.tsx';
import { Manager } from './manager/Manager.tsx';

/** „Pliki”: what lies on a hosting service, worked with in the browser (R8). */
export default function Files() {
  return (
    <ForService whatFor="Pliki leżą na serwerze, więc najpierw potrzebna jest usługa hostingowa.">
      {(service) => <Manager key={service.id} service={service} />}
    </ForService>
  );
}
