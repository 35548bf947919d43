/** Last Orders' mark: a speech bubble that is a pint. Decorative: the name always stands beside it. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width="100%" height="100%" xmlns="http://www.w3.org/2000/svg">
      <path
        fill="#d98a1f"
        d="M5 3h22a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H15l-6.6 5.3A.9.9 0 0 1 7 29.6V25H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z"
      />
      <path fill="#fff6e6" d="M9.5 12h10v8.5a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5V12Z" />
      <path
        fill="none"
        stroke="#fff6e6"
        strokeWidth="2"
        d="M20 13.5h1.5a2 2 0 0 1 2 2v1.5a2 2 0 0 1-2 2H20"
      />
      <path
        fill="#fff6e6"
        d="M9.3 11.5a2.6 2.6 0 0 1 1.5-4.7 3.2 3.2 0 0 1 5.6-.5 2.7 2.7 0 0 1 3.4 3.9c-.2.7-.7 1.3-1.3 1.3Z"
      />
      <path stroke="#d98a1f" strokeLinecap="round" strokeWidth="1.4" d="M12.6 14.5v5M16.4 14.5v5" />
    </svg>
  )
}
