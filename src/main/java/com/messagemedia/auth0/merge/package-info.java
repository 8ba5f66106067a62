/**
 * The three-way merge of base, desired and live, leaf by leaf. Pure: values in, values out. It sees base only through two
 * questions and knows neither where base is kept nor where live came from.
 */
package com.messagemedia.auth0.merge;
