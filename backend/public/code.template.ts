/** Where a follow-up code is typed, however it was written down. */
export const codeTemplate = `<% layout('@layout') %>
<div class="heading">
<h1><%= t('public.followUp.title') %></h1>
<p class="lead"><%= t('public.followUp.lead') %></p>
</div>
<%~ include('@summary', it) %>
<form class="form" method="post" action="<%= link('/suivi') %>" novalidate data-form data-away="<%= t('public.fault.away') %>">
<div class="field" data-needed="<%= t('field.isNotEmpty') %>">
<label for="code"><%= t('public.followUp.code') %></label>
<p class="hint" id="code-hint"><%= t('public.followUp.codeHint') %></p>
<input class="code-field" type="text" id="code" name="code" dir="ltr" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint code-error"<% if (it.wrong) { %> aria-invalid="true"<% } %> value="<%= it.typed %>">
<p class="error" id="code-error" aria-live="polite"><%= it.wrong %></p>
</div>
<p class="fault plain" role="alert" data-fault></p>
<div class="buttons"><button class="button primary send" type="submit"><%= t('public.followUp.see') %></button></div>
<p class="soft"><%= t('public.followUp.lostCode') %></p>
</form>
`;
