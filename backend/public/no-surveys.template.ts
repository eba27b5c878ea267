/** Asks whether to send no more surveys, and says what is kept: a scanner's visit changes nothing. */
export const noSurveysTemplate = `<% layout('@layout') %>
<div class="heading">
<h1><%= t(it.left ? 'public.noSurveys.done' : 'public.noSurveys.title') %></h1>
<p class="lead"><%= t(it.left ? 'public.noSurveys.now' : 'public.noSurveys.lead', { organization: it.organizationName }) %></p>
</div>
<p><%= t('public.noSurveys.kept') %></p>
<% if (!it.left) { %><form method="post" action="<%= it.action %>">
<div class="buttons"><button class="button primary" type="submit"><%= t('public.noSurveys.confirm') %></button></div>
</form>
<% } %>`;
