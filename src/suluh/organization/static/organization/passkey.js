// What a passkey or the browser refused is said in words on the page, not in the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const said = document.querySelector("[data-passkey-fault]");
  const beside = document.querySelector("main .door") ?? document.querySelector("main");
  beside.append(said);
  said.hidden = false;
  said.scrollIntoView({ block: "nearest" });
});
