/** What happened and what to do; whoever was sending something sends it again from here. */
export const problemTemplate = `<% layout('@layout') %>
<div class="heading">
<h1><%= it.heading %></h1>
<p class="lead"><%= it.sentence %></p>
</div>
<% if (it.typed) { %><form class="form" method="post"<% if (it.accept) { %> enctype="multipart/form-data"<% } %> action="<%= it.action %>" data-form data-away="<%= t('public.fault.away') %>">
<p><strong><%= t('public.fault.kept') %></strong></p>
<% if (it.words) { %><p class="verbatim" dir="auto"><%= it.words %></p>
<% } %><% for (const [name, value] of Object.entries(it.typed)) { %><input type="hidden" name="<%= name %>" value="<%= value %>" autocomplete="off">
<% } %><% if (it.accept) { %><div class="field">
<label for="files"><%= t('public.tell.files') %> <span class="optional">(<%= t('public.optional') %>)</span></label>
<p class="hint" id="files-hint"><%= t('public.tell.filesAgain') %></p>
<input type="file" id="files" name="files" multiple accept="<%= it.accept %>" aria-describedby="files-hint">
</div>
<% } %><p class="fault plain" role="alert" data-fault></p>
<div class="buttons"><button class="button primary send" type="submit"><%~ icon('send') %> <span><%= t('public.fault.again') %></span></button></div>
</form>
<% } else if (it.passing) { %><div class="buttons"><a class="button primary" href="<%= it.action %>"><%= t('public.fault.reload') %></a></div>
<% } %><p><a href="<%= it.onward.href %>"><%= it.onward.words %></a></p>
`;
