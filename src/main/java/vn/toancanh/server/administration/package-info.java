/** Users and roles, changed by those who may configure what they reach. Any thread; blocks. */
@NullMarked
package vn.toancanh.server.administration;

import org.jspecify.annotations.NullMarked;
