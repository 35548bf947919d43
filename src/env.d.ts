declare namespace App {
  interface Locals {
    /** Given by the press for every page that it renders. */
    view?: import('./site/views/view.ts').PageView
  }
}
