/** Who may do what: accounts, roles, passwords, sessions and their tokens. Any thread. */
@NullMarked
package vn.toancanh.server.accounts;

import org.jspecify.annotations.NullMarked;
