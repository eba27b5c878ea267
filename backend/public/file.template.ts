/** A picture, a document or a voice to add to what was told: `it.deed('fichier')` takes it. */
export const fileTemplate = `<details class="no-print">
<summary class="more"><%= t('public.file.title') %></summary>
<form class="form" method="post" enctype="multipart/form-data" action="<%= it.deed('fichier') %>" data-form data-away="<%= t('public.fault.away') %>">
<div class="field" data-needed="<%= t('field.isNotEmpty') %>">
<label for="file"><%= t('public.file.name') %></label>
<p class="hint" id="file-hint"><%= t('public.file.hint', { megabytes: it.megabytes }) %></p>
<input type="file" id="file" name="file" accept="<%= it.accept %>" required aria-describedby="file-hint file-error">
<p class="error" id="file-error" aria-live="polite"></p>
</div>
<p class="fault plain" role="alert" data-fault></p>
<div class="buttons"><button class="button" type="submit" data-sending="<%= t('public.file.sending') %>"><span><%= t('public.file.send') %></span></button></div>
</form>
</details>
`;
