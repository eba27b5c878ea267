/** Asks whether to write less, and says what is still written: a scanner's visit changes nothing. */
export const calmTemplate = `<% layout('@layout') %>
<div class="heading">
<h1><%= t(it.calm ? 'calm.done' : 'calm.title') %></h1>
<p class="lead"><%= t(it.calm ? 'calm.now' : 'calm.lead') %></p>
</div>
<p><%= t('calm.late') %></p>
<% if (!it.calm) { %><form method="post" action="<%= it.action %>">
<div class="buttons"><button class="button primary" type="submit"><%= t('calm.confirm') %></button></div>
</form>
<% } %><p><a href="/preferences"><%= t('calm.preferences') %></a></p>
`;
