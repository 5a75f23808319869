/** The command line: options read, checked and handed on. Lane: MAIN. */
@NullMarked
package vn.toancanh.app.command;

import org.jspecify.annotations.NullMarked;
