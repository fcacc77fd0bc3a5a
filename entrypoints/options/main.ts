/** The settings stand in the library; the browser's own way to the options leads there. */
location.replace('/library.html#/settings');
