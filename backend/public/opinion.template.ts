/** Three faces, the reason once one is chosen. */
export const opinionTemplate = `<% layout('@layout') %>
<div class="heading">
<p class="above"><%= it.unitName %></p>
<h1 dir="auto"><%= it.question %></h1>
</div>
<%~ include('@summary', it) %>
<form class="form opinion" method="post" action="<%= it.action %>" novalidate data-form data-away="<%= t('public.fault.away') %>">
<input type="hidden" name="id" value="<%= it.id %>">
<fieldset class="field" role="radiogroup" aria-required="true" aria-describedby="smiley-error" data-needed="<%= t('field.isNotEmpty') %>">
<legend class="visually-hidden" id="smiley" tabindex="-1"><%= t('public.opinion.answer') %></legend>
<div class="faces">
<% for (const [smiley, face] of Object.entries(it.faces)) { %><label class="choice face"><input class="visually-hidden" type="radio" name="smiley" value="<%= smiley %>" required<% if (it.typed.smiley === smiley) { %> checked<% } %>> <%~ icon(face) %> <%= t('public.opinion.smiley.' + smiley) %></label>
<% } %></div>
<p class="error" id="smiley-error" aria-live="polite"><%= it.wrong.smiley %></p>
</fieldset>
<div class="reason">
<div class="field">
<label for="comment"><% for (const smiley of Object.keys(it.faces)) { %><span class="question <%= smiley %>"><%= t('public.opinion.reason.' + smiley) %></span><% } %> <span class="optional">(<%= t('public.optional') %>)</span></label>
<p class="hint" id="comment-hint"><%= t('public.opinion.noName') %></p>
<textarea id="comment" name="comment" rows="3" aria-describedby="comment-hint comment-error"<% if (it.wrong.comment) { %> aria-invalid="true"<% } %>>
<%= it.typed.comment %></textarea>
<p class="error" id="comment-error" aria-live="polite"><%= it.wrong.comment %></p>
</div>
<p class="fault plain" role="alert" data-fault></p>
<div class="buttons"><button class="button primary send" type="submit" data-sending="<%= t('public.tell.sending') %>"><%~ icon('send') %> <span><%= t('public.opinion.send') %></span></button></div>
</div>
</form>
<p class="soft anonymous"><%~ icon('eye-off') %> <span><%= it.anonymous %></span></p>
`;

/** Thanks for an opinion, and the next person's turn. */
export const opinionThanksTemplate = `<% layout('@layout') %>
<div class="heading">
<p class="above"><%= it.unitName %></p>
<h1><%= t('public.opinion.thanks') %></h1>
<p class="lead"><%= t('public.opinion.thanksText') %></p>
</div>
<% if (it.action) { %><div class="buttons"><a class="button" href="<%= it.action %>"><%= t('public.opinion.again') %></a></div>
<% } %>`;
