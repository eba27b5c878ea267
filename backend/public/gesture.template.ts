/** An action in its owner's letter: where it stands, what they say of it, or what was noted. */
export const gestureTemplate = `<% layout('@layout') %>
<div class="heading">
<p class="above"><%= it.action.unitName %> · <%= it.action.reference %></p>
<h1><%= it.action.title %></h1>
<p class="lead"><%= t('mail.digest.due_on', { day: day(it.action.dueOn) }) %> · <%= it.stands %></p>
</div>
<%~ include('@summary', it) %>
<% if (it.noted) { %><section class="card" data-sent="<%= it.draft %>" role="status" tabindex="-1" autofocus aria-labelledby="noted">
<h2 id="noted" class="row"><%~ icon('check') %> <%= t('gesture.noted') %></h2>
<% if (it.gesture === 'done') { %><p><%= t('gesture.noted.done') %></p>
<p class="soft"><%= it.action.verifierName ? t('gesture.mistake.verifier', { name: it.action.verifierName }) : t('gesture.mistake') %></p>
<% } else if (it.gesture === 'underway') { %><p><%= t('gesture.noted.underway', { progress: it.action.said.progress }) %></p>
<% if (it.action.said.note) { %><p class="written" dir="auto"><%= it.action.said.note %></p>
<% } %><p><a href="<%= it.path %>?geste=underway"><%= t('gesture.correct') %></a></p>
<% } else if (it.gesture === 'more_time' && !it.action.waiting) { %><p><%= t('gesture.noted.moved', { day: day(it.action.dueOn) }) %></p>
<p><a href="<%= it.path %>?geste=more_time"><%= t('gesture.correct') %></a></p>
<% } %></section>
<% } %><% if (it.action.waiting && it.open) { %><section class="card" aria-labelledby="waiting">
<h2 id="waiting"><%= t('gesture.waiting', { day: day(it.action.waiting.to) }) %></h2>
<p class="written" dir="auto"><%= it.action.waiting.reason %></p>
<p><%= it.leaders ? t('gesture.waiting.leaders', { names: it.leaders }) : t('gesture.waiting.nobody') %></p>
</section>
<% } %><% if (it.action.disownedOn) { %><section class="card" aria-labelledby="disowned">
<h2 id="disowned"><%= t('gesture.disowned', { day: day(it.action.disownedOn) }) %></h2>
<p class="written" dir="auto"><%= it.action.disownedNote %></p>
<p><%= it.leaders ? t('gesture.disowned.leaders', { names: it.leaders }) : t('gesture.disowned.nobody') %></p>
</section>
<% } %><% if (it.undoable) { %><form method="post" action="<%= it.path %>">
<input type="hidden" name="geste" value="<%= it.gesture %>"><input type="hidden" name="undo" value="1">
<button class="button" type="submit"><%= t('gesture.undo.' + it.gesture) %></button>
</form>
<% } %><% if (!it.open) { %><% if (!it.noted) { %><p><strong><%= t(it.action.state === 'cancelled' ? 'gesture.over.cancelled' : 'gesture.over.done', { day: it.action.doneOn ? day(it.action.doneOn) : '' }) %></strong> <%= t('gesture.over') %></p>
<% } %><% } else if (it.form) { %><form class="form" method="post" action="<%= it.path %>" novalidate data-form data-draft="<%= it.draft %>" data-away="<%= t('public.fault.away') %>"<% if (it.mend) { %> data-shown-again<% } %>>
<h2><%= it.question %></h2>
<p class="kept" role="status" data-kept hidden><span><%= t('public.tell.kept') %></span> <button class="button quiet" type="button" data-forget><%= t('public.tell.forget') %></button></p>
<input type="hidden" name="geste" value="<%= it.form %>">
<% if (it.form === 'underway') { %><div class="field" data-needed="<%= t('field.isNotEmpty') %>">
<label for="progress"><%= it.names.progress %></label>
<p class="hint" id="progress-hint"><%= t('gesture.progressHint') %></p>
<input type="number" id="progress" name="progress" min="0" max="100" step="1" inputmode="numeric" required aria-describedby="progress-hint progress-error"<% if (it.wrong.progress) { %> aria-invalid="true"<% } %> value="<%= it.typed.progress %>">
<p class="error" id="progress-error" aria-live="polite"><%= it.wrong.progress %></p>
</div>
<% } %><% if (it.form === 'more_time') { %><p><%= it.asked.movesAtOnce ? t('gesture.movesAtOnce') : it.leaders ? t('gesture.asks', { names: it.leaders }) : t('gesture.asksNobody') %></p>
<div class="field" data-needed="<%= t('field.isNotEmpty') %>">
<label for="dueOn"><%= it.names.dueOn %></label>
<p class="hint" id="dueOn-hint"><%= t('gesture.dueOnHint', { day: day(it.earliest) }) %></p>
<input type="date" id="dueOn" name="dueOn" min="<%= it.earliest %>" required aria-describedby="dueOn-hint dueOn-error"<% if (it.wrong.dueOn) { %> aria-invalid="true"<% } %> value="<%= it.typed.dueOn %>">
<p class="error" id="dueOn-error" aria-live="polite"><%= it.wrong.dueOn %></p>
</div>
<div class="field" data-needed="<%= t('field.isNotEmpty') %>">
<label for="reason"><%= it.names.reason %></label>
<textarea id="reason" name="reason" rows="3" required aria-describedby="reason-error"<% if (it.wrong.reason) { %> aria-invalid="true"<% } %>>
<%= it.typed.reason %></textarea>
<p class="error" id="reason-error" aria-live="polite"><%= it.wrong.reason %></p>
</div>
<% } else { %><% const needed = it.form === 'not_mine' %><% if (needed) { %><p><%= it.leaders ? t('gesture.disowns', { names: it.leaders }) : t('gesture.disownsNobody') %></p>
<% } %><div class="field"<% if (needed) { %> data-needed="<%= t('field.isNotEmpty') %>"<% } %>>
<label for="note"><%= it.names.note %><% if (!needed) { %> <span class="optional">(<%= t('public.optional') %>)</span><% } %></label>
<textarea id="note" name="note" rows="3"<% if (needed) { %> required<% } %> aria-describedby="note-error"<% if (it.wrong.note) { %> aria-invalid="true"<% } %>>
<%= it.typed.note %></textarea>
<p class="error" id="note-error" aria-live="polite"><%= it.wrong.note %></p>
</div>
<% } %><p class="fault plain" role="alert" data-fault></p>
<div class="buttons"><button class="button primary send" type="submit"><span><%= t(it.send) %></span></button></div>
</form>
<% } %><% if (it.open) { %><nav class="stack tight no-print" aria-labelledby="others">
<h2 id="others"><%= t(it.gesture ? 'gesture.others' : 'gesture.title') %></h2>
<ul class="row">
<% for (const other of it.others) { %><li><a class="button" href="<%= it.path %>?geste=<%= other %>"><%= t('mail.digest.gesture.' + other) %></a></li>
<% } %></ul>
</nav>
<% } %><p class="soft"><%= t('gesture.as', { name: it.me.name }) %> <a href="/actions/<%= it.action.id %>"><%= t('gesture.record') %></a></p>
`;
