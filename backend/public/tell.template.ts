/** The form of a unit: what it is about, what is said, who speaks, and how to answer them. */
export const tellTemplate = `<% layout('@layout') %>
<div class="heading">
<p class="above"><%= it.unitName %></p>
<h1><%= t('public.tell.title') %></h1>
<p class="lead"><%= t('public.tell.lead') %></p>
</div>
<%~ include('@summary', it) %>
<form class="form" method="post" enctype="multipart/form-data" action="<%= it.action %>" novalidate data-form data-draft="<%= it.action.split('?')[0] %>" data-away="<%= t('public.fault.away') %>"<% if (it.mend) { %> data-shown-again<% } %>>
<input type="hidden" name="followUpCode" value="<%= it.followUpCode %>" autocomplete="off">
<p class="kept" role="status" data-kept hidden><span><%= t('public.tell.kept') %></span> <button class="button quiet" type="button" data-forget><%= t('public.tell.forget') %></button></p>
<fieldset class="field" role="radiogroup" aria-required="true" aria-describedby="kind-error" data-needed="<%= it.empty %>">
<legend id="kind" tabindex="-1"><%= t('public.tell.kind') %></legend>
<div class="choices pictures">
<% for (const kind of it.kinds) { %><label class="choice"><input type="radio" name="kind" value="<%= kind %>" required<% if (it.typed.kind === kind) { %> checked<% } %>> <%~ icon(it.pictures[kind]) %> <span><%= t('public.kind.' + kind) %> <small><%= t('public.kindHint.' + kind) %></small></span></label>
<% } %></div>
<p class="error" id="kind-error" aria-live="polite"><%= it.wrong.kind %></p>
</fieldset>
<div class="field" data-needed="<%= it.empty %>">
<label for="body"><span class="question any"><%= t('public.tell.body') %></span><% for (const kind of it.kinds) { %><span class="question <%= kind %>"><%= t('public.tell.body.' + kind) %></span><% } %></label>
<p class="hint" id="body-hint"><%= t('public.tell.bodyHint') %></p>
<textarea id="body" name="body" rows="5" required aria-describedby="body-hint body-error"<% if (it.wrong.body) { %> aria-invalid="true"<% } %>>
<%= it.typed.body %></textarea>
<div class="dictation" data-dictate data-stop="<%= t('public.comfort.dictateStop') %>" data-listening="<%= t('public.comfort.listening') %>" data-deaf="<%= t('public.comfort.deaf') %>" hidden><button class="button quiet" type="button"><%~ icon('mic') %> <span><%= t('public.comfort.dictate') %></span></button> <span class="small soft" role="status"></span></div>
<p class="error" id="body-error" aria-live="polite"><%= it.wrong.body %></p>
</div>
<div class="field">
<label for="files"><%= t('public.tell.files') %> <span class="optional">(<%= t('public.optional') %>)</span></label>
<p class="hint" id="files-hint"><%= t('public.tell.filesHint', it.limits) %></p>
<input type="file" id="files" name="files" multiple accept="<%= it.accept %>" aria-describedby="files-hint files-error"<% if (it.wrong.files) { %> aria-invalid="true"<% } %>>
<p class="error" id="files-error"><%= it.wrong.files %></p>
</div>
<fieldset class="field" aria-describedby="reporter-error">
<legend id="reporter" tabindex="-1"><%= t('public.tell.reporter') %></legend>
<div class="choices">
<% for (const reporter of it.reporters) { %><label class="choice"><input type="radio" name="reporter" value="<%= reporter %>"<% if ((it.typed.reporter || 'user') === reporter) { %> checked<% } %>> <span><%= t('public.reporter.' + reporter) %></span></label>
<% } %></div>
<p class="error" id="reporter-error" aria-live="polite"><%= it.wrong.reporter %></p>
</fieldset>
<section class="part" aria-labelledby="answer">
<div class="stack tight">
<h2 id="answer"><%= t('public.tell.answer') %></h2>
<p class="soft"><%= t('public.tell.answerHint') %></p>
</div>
<% for (const { name, type, dir } of it.contacts) { %><div class="field"<% if (name === 'email') { %> data-address="<%= t('field.isEmail') %>"<% } %>>
<label for="<%= name %>"><%= t('public.tell.' + name) %> <span class="optional">(<%= t('public.optional') %>)</span></label>
<input type="<%= type %>" id="<%= name %>" name="<%= name %>" autocomplete="<%= type === 'text' ? 'name' : type %>" dir="<%= dir %>" aria-describedby="<%= name %>-error"<% if (it.wrong[name]) { %> aria-invalid="true"<% } %> value="<%= it.typed[name] %>">
<p class="error" id="<%= name %>-error" aria-live="polite"><%= it.wrong[name] %></p>
</div>
<% } %><p class="small soft"><%= t('public.tell.privacy', { duration: it.kept }) %></p>
</section>
<label class="tick"><input type="checkbox" name="wallConsent" value="yes"<% if (it.typed.wallConsent) { %> checked<% } %>> <span><%= t('public.tell.wall') %></span></label>
<div class="<%= it.wrong.website ? 'field' : 'trap' %>"<% if (!it.wrong.website) { %> aria-hidden="true"<% } %>>
<label for="website"><%= t('public.tell.website') %></label>
<input type="text" id="website" name="website" autocomplete="off"<% if (!it.wrong.website) { %> tabindex="-1"<% } %> aria-describedby="website-error" value="<%= it.typed.website %>">
<p class="error" id="website-error"><%= it.wrong.website %></p>
</div>
<p class="fault plain" role="alert" data-fault></p>
<div class="buttons">
<button class="button primary send" type="submit" data-sending="<%= t('public.tell.sending') %>"><%~ icon('send') %> <span><%= t('public.tell.send') %></span></button>
</div>
</form>
<p class="soft"><%= t('public.tell.follow') %> <a href="<%= link('/suivi') %>"><%= t('public.tell.followLink') %></a></p>
`;
