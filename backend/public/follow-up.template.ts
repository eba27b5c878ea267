/** What became of a word: its state in public words, the thread, the answers, what is being done. */
export const followUpTemplate = `<% layout('@layout') %>
<div class="heading">
<p class="above"><%= it.reference %></p>
<h1><%= t('public.state.' + it.told.state) %></h1>
<p class="lead"><%= t('public.stateText.' + it.told.state) %></p>
<% if (it.told.joined) { %><p><%= t('public.followUp.joined') %></p>
<% } %></div>
<%~ include('@summary', it) %>
<% if (it.told.partner) { %><section class="card" aria-labelledby="partner">
<h2 id="partner"><%= t('public.followUp.partner') %></h2>
<p><%= t('public.followUp.partnerText', { partner: it.told.partner.partner, day: day(it.told.partner.sentOn) }) %></p>
<% if (it.told.partner.contact) { %><p class="written" dir="auto"><%= t('public.followUp.partnerContact', { contact: it.told.partner.contact }) %></p>
<% } %></section>
<% } %><% if (it.told.dismissalReason) { %><section class="card" aria-labelledby="reason">
<h2 id="reason"><%= t('public.followUp.reason') %></h2>
<p class="written" dir="auto"><%= it.told.dismissalReason %></p>
</section>
<% } %><% it.told.answers.forEach((answer, rank) => { %><section class="card" aria-labelledby="answer-<%= rank %>">
<div class="stack tight">
<h2 id="answer-<%= rank %>"><%= t('public.followUp.answer') %></h2>
<p class="small soft"><time datetime="<%= answer.at %>"><%= t('public.followUp.on', { day: day(answer.at) }) %></time></p>
</div>
<p class="written" dir="auto"><%= answer.body %></p>
<% if (answer.attachments.length > 0) { %><ul>
<% for (const file of answer.attachments) { %><li><a href="<%= it.fileAt(file.id) %>" download><bdi><%= file.name %></bdi></a></li>
<% } %></ul>
<% } %></section>
<% }) %><% if (it.told.state === 'closed') { %><section class="card awaits no-print" aria-labelledby="useful">
<h2 id="useful"><%= t('public.useful.title') %></h2>
<% if (it.told.usefulness) { %><p role="status"><strong><%= t(it.told.usefulness.useful ? 'public.useful.saidYes' : 'public.useful.saidNo') %></strong></p>
<% } %><form class="form" method="post" action="<%= it.deed('utile') %>" novalidate data-form data-away="<%= t('public.fault.away') %>">
<fieldset class="field" role="radiogroup" aria-required="true" aria-labelledby="useful" aria-describedby="useful-error" data-needed="<%= t('field.isNotEmpty') %>">
<div class="choices">
<% for (const said of ['yes', 'no']) { %><label class="choice"><input type="radio" name="useful" value="<%= said %>" required<% if (it.told.usefulness && it.told.usefulness.useful === (said === 'yes')) { %> checked<% } %>> <span><%= t('public.useful.' + said) %></span></label>
<% } %></div>
<p class="error" id="useful-error" aria-live="polite"></p>
</fieldset>
<div class="field">
<label for="comment"><%= t('public.useful.why') %> <span class="optional">(<%= t('public.optional') %>)</span></label>
<textarea id="comment" name="comment" rows="2">
<%= it.told.usefulness && it.told.usefulness.comment || '' %></textarea>
</div>
<p class="fault plain" role="alert" data-fault></p>
<div class="buttons"><button class="button primary" type="submit"><%= t('public.opinion.send') %></button></div>
</form>
</section>
<% } %><section class="stack" aria-labelledby="thread">
<h2 id="thread"><%= t('public.followUp.thread') %></h2>
<%~ include('@thread', it) %>
</section>
<% if (it.told.actions.length > 0) { %><section class="stack" aria-labelledby="actions">
<h2 id="actions"><%= t('public.followUp.actions') %></h2>
<ul class="rows">
<% for (const { kind, state, dueOn } of it.told.actions) { %><li class="action"><strong><%= t('public.actionKind.' + kind) %></strong> <span class="soft"><%= t('public.actionState.' + state, { day: day(dueOn) }) %></span></li>
<% } %></ul>
</section>
<% } %><section class="stack" aria-labelledby="message">
<div class="stack tight">
<h2 id="message"><%= t('public.followUp.message') %></h2>
<p class="small soft"><%= it.about %></p>
</div>
<p class="verbatim" dir="auto"><%= it.told.body %></p>
<% if (it.told.attachmentCount > 0) { %><p class="soft"><%= t('public.file.count', { count: it.told.attachmentCount }) %></p>
<% } %></section>
<% if (it.mayAttach) { %><%~ include('@file', it) %>
<% } %><% if (it.told.news !== null) { %><form class="row no-print" method="post" action="<%= it.deed('nouvelles') %>">
<span><%= t(it.told.news ? 'public.news.wanted' : 'public.news.unwanted') %></span>
<button class="button" type="submit" name="wanted" value="<%= it.told.news ? 'no' : 'yes' %>"><%= t(it.told.news ? 'public.news.stop' : 'public.news.start') %></button>
</form>
<% } %>
<p class="small soft"><%= t('public.followUp.code') %> <strong><bdi dir="ltr"><%= it.code %></bdi></strong></p>
<p class="no-print"><a href="<%= link('/suivi') %>"><%= t('public.followUp.another') %></a></p>
`;
