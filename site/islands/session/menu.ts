const closeMenu = () => document.querySelector<HTMLElement>('#menu:popover-open')?.hidePopover();

const closeMenuBehind = ({ target }: FocusEvent) => {
  if (target instanceof Element && !target.closest('.menu')) closeMenu();
};

/** Closes the Panel's menu where a browser leaves it open: over what Tab has gone on to, and on a page kept for the way back. */
export function keepMenuShut(): () => void {
  addEventListener('focusin', closeMenuBehind);
  addEventListener('pagehide', closeMenu);
  return () => {
    removeEventListener('focusin', closeMenuBehind);
    removeEventListener('pagehide', closeMenu);
  };
}
