/* A link from a mail names its task after the #, which the server never sees: carried over the log-in, it opens that task. */
const form = document.getElementById('login');
if (form && location.hash) form.action += location.hash;
