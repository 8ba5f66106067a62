/** The first files of a project besides its descriptor: the plugin in the POM, and the pipeline. */
package com.messagemedia.auth0.starter;
