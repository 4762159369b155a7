/** What role `user` is told where settings are (R2). */
export const NotForUsers = () => (
  <div class="empty">
    <h2>Ustawienia zmienia właściciel albo administrator konta</h2>
    <p>Twoja rola na tym koncie na to nie pozwala. Powiedz właścicielowi, co ma się zmienić, albo napisz do BOK.</p>
    <p class="acts">
      <a class="button" href="/panel/pomoc/nowa/">
        Napisz do BOK
      </a>
    </p>
  </div>
);
