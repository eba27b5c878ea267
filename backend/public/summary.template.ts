/** What must be mended in a form, read out and in sight first: `it.mend`, whose fields are anchors. */
export const summaryTemplate = `<% if (it.mend) { %><div class="fault" role="alert" tabindex="-1" autofocus>
<%~ icon('triangle-alert') %>
<div class="stack tight">
<p><strong><%= t('public.errors.title') %></strong></p>
<% if (it.mend.sentence) { %><p><%= it.mend.sentence %></p>
<% } %><ul>
<% for (const [name, sentence] of Object.entries(it.mend.fields)) { %><li><a href="#<%= name %>"><%= it.names[name] ? it.names[name] + ' — ' : '' %><%= sentence %></a></li>
<% } %></ul>
</div>
</div>
<% } %>`;
