/** What keeps secrets out of logs when all else failed. Any lane. */
@NullMarked
package vn.toancanh.app.logging;

import org.jspecify.annotations.NullMarked;
