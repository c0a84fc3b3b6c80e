/** Variables that make a program load, run, read or write what nobody asked for, and why. */
export interface DangerousVariables {
  /** Who reads them. */
  readonly program: string;
  readonly reason: string;
  /** Names separated by spaces; `PREFIX*` where a whole family is dangerous. */
  readonly names: string;
}

/** Compared with the tables of sudo (`initial_badenv_table` in `plugins/sudoers/env.c`), glibc
 * (`sysdeps/generic/unsecvars.h`) and with what the programs document. Of these lists TMPDIR, TERM and PATH are left out:
 * no program works without them, and they run nothing that was not granted.
 *
 * What only names a proxy, a certificate or a locale is not here, nor what a program needs to be told and runs nothing,
 * such as PYTHONUNBUFFERED, RUST_LOG or GIT_AUTHOR_NAME. */
export const DANGEROUS_TABLE: readonly DangerousVariables[] = [
  {
    program: "dynamic linkers",
    reason: "load libraries, write files",
    names: "LD_* _RLD* LDR_* DYLD_* SHLIB_PATH LIBPATH",
  },
  {
    program: "glibc",
    reason: "modules, locales, name service and traces in other files",
    names:
      "GCONV_PATH GETCONF_DIR GLIBC_TUNABLES LOCPATH MALLOC_* NIS_PATH NLSPATH PATH_LOCALE TZDIR HOSTALIASES " +
      "LOCALDOMAIN RES_OPTIONS RESOLV_HOST_CONF RESOLV_ADD_TRIM_DOMAINS RESOLV_OVERRIDE_TRIM_DOMAINS",
  },
  {
    program: "OpenSSL, Kerberos",
    reason: "configuration that loads modules",
    names: "OPENSSL_CONF OPENSSL_CONF_INCLUDE OPENSSL_ENGINES OPENSSL_MODULES KRB5_CONFIG* KRB5_KTNAME " +
      "KRB5_TRACE GSS_MECH_CONFIG SASL_PATH SASL_CONF_PATH",
  },
  {
    program: "sanitizers and profilers",
    reason: "write files, load libraries",
    names: "ASAN_OPTIONS LSAN_OPTIONS MSAN_OPTIONS TSAN_OPTIONS UBSAN_OPTIONS GCOV_PREFIX GMON_OUT_PREFIX " +
      "LLVM_PROFILE_FILE",
  },
  {
    program: "Node",
    reason: "options and modules",
    names:
      "NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE NODE_COMPILE_CACHE NODE_V8_COVERAGE NODE_REPL_HISTORY " +
      "NODE_REDIRECT_WARNINGS TS_NODE_*",
  },
  {
    program: "Bun, Deno",
    reason: "options, caches that hold code, registries",
    names: "BUN_* DENO_*",
  },
  {
    program: "npm, yarn, corepack",
    reason: "every setting, such as the shell of scripts and the registry",
    names: "NPM_CONFIG_* npm_config_* YARN_* COREPACK_*",
  },
  {
    program: "Python",
    reason: "modules, start-up code, an interactive prompt; warnings and breakpoints import modules",
    names:
      "PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONUSERBASE PYTHONINSPECT PYTHONBREAKPOINT PYTHONWARNINGS " +
      "PYTHONPLATLIBDIR PYTHONEXECUTABLE PYTHONPYCACHEPREFIX PYTHONCASEOK PYTHONDUMPREFSFILE " +
      "PYTHON_PRESITE PYTHON_HISTORY IPYTHONDIR JUPYTER_PATH JUPYTER_CONFIG_* PIP_* UV_CONFIG_FILE " +
      "UV_INDEX* UV_DEFAULT_INDEX UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_PYTHON UV_PYTHON_* UV_TOOL_* " +
      "POETRY_* PYTEST_ADDOPTS PYTEST_PLUGINS",
  },
  {
    program: "Perl",
    reason: "options, modules, a debugger, a trace that is written",
    names:
      "PERL5OPT PERL5LIB PERLLIB PERL5DB PERL5DB_THREADED PERL5SHELL PERLIO PERLIO_DEBUG PERL_MM_OPT PERL_MB_OPT " +
      "PERL_CPANM_OPT PERL_LOCAL_LIB_ROOT",
  },
  {
    program: "Ruby",
    reason: "options, modules, gems",
    names: "RUBYOPT RUBYLIB RUBYPATH RUBYSHELL GEM_HOME GEM_PATH GEMRC BUNDLE_* BUNDLER_* IRBRC RAKEOPT",
  },
  {
    program: "PHP, Lua, R, Julia, Tcl",
    reason: "start-up code, modules",
    names:
      "PHPRC PHP_INI_SCAN_DIR COMPOSER_* LUA_INIT LUA_INIT_* LUA_PATH LUA_PATH_* LUA_CPATH LUA_CPATH_* " +
      "R_* JULIA_* TCLLIBPATH TCL_LIBRARY TK_LIBRARY",
  },
  {
    program: "Java and its build tools",
    reason: "options, agents, classes",
    names: "JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JAVA_OPTS JDK_JAVAC_OPTIONS CLASSPATH JAVACMD " +
      "IBM_JAVA_OPTIONS OPENJ9_JAVA_OPTIONS GRADLE_* MAVEN_OPTS MAVEN_ARGS MAVEN_CONFIG " +
      "MAVEN_PROJECTBASEDIR MVNW_* ANT_OPTS ANT_ARGS SBT_OPTS KOTLIN_* GROOVY_* LEIN_*",
  },
  {
    program: ".NET",
    reason: "start-up hooks, profilers that are libraries, assemblies",
    names: "DOTNET_STARTUP_HOOKS DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE DOTNET_HOST_PATH " +
      "DOTNET_BUNDLE_EXTRACT_BASE_DIR DOTNET_DiagnosticPorts DOTNET_Dbg* CORECLR_* COR_* COMPlus_* " +
      "MSBUILD* NUGET_* MONO_*",
  },
  {
    program: "Rust, Go, Erlang, OCaml, Haskell",
    reason: "compilers, wrappers, linkers and flags that run programs",
    names: "RUSTC RUSTC_* RUSTDOC RUSTDOCFLAGS RUSTFLAGS RUSTUP_TOOLCHAIN RUSTUP_DIST_SERVER CARGO " +
      "CARGO_ALIAS_* CARGO_BUILD_* CARGO_ENCODED_RUSTFLAGS CARGO_REGISTR* CARGO_TARGET_* GOFLAGS GOENV " +
      "GOTOOLDIR GOTOOLCHAIN GOAUTH GOCACHEPROG CGO_* ERL_* ELIXIR_* MIX_* CAML* OCAML* OPAM* GHC_* " +
      "GHCRTS CABAL_*",
  },
  {
    program: "make, ninja, cmake, autotools",
    reason: "options, makefiles, scripts and the programs that rules call",
    names: "MAKEFLAGS GNUMAKEFLAGS MFLAGS MAKEFILES MAKEOVERRIDES NINJAFLAGS CMAKE_TOOLCHAIN_FILE " +
      "CMAKE_C_COMPILER_LAUNCHER CMAKE_CXX_COMPILER_LAUNCHER CMAKE_MODULE_PATH CMAKE_PROJECT_* CTEST_* " +
      "CONFIG_SITE CONFIG_SHELL AUTOM4TE AUTOCONF AUTOMAKE ACLOCAL ACLOCAL_PATH PKG_CONFIG*",
  },
  {
    program: "gcc, clang, ld, ccache",
    reason: "programs and libraries of the compiler, headers, wrappers",
    names: "GCC_EXEC_PREFIX COMPILER_PATH LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH " +
      "OBJC_INCLUDE_PATH DEPENDENCIES_OUTPUT SUNPRO_DEPENDENCIES COLLECT_* CCC_* LDEMULATION CCACHE_* " +
      "DISTCC_* SCCACHE_* GDBHISTFILE DEBUGINFOD_*",
  },
  {
    program: "git",
    reason: "run programs, move the configuration, the objects or the repository, write traces",
    names:
      "GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT GIT_PROXY_COMMAND " +
      "GIT_EXTERNAL_DIFF GIT_DIFF_* GIT_DIFFTOOL_* GIT_MERGETOOL_* GIT_EXEC_PATH GIT_CONFIG GIT_CONFIG_* GIT_TEMPLATE_DIR " +
      "GIT_DIR GIT_WORK_TREE GIT_COMMON_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES " +
      "GIT_NAMESPACE GIT_SHALLOW_FILE GIT_GRAFT_FILE GIT_REPLACE_REF_BASE GIT_ATTR_* GIT_CEILING_DIRECTORIES " +
      "GIT_DISCOVERY_ACROSS_FILESYSTEM GIT_TRACE* GIT_REDIRECT_* GIT_ALLOW_PROTOCOL GIT_PROTOCOL_FROM_USER " +
      "GIT_SSL_NO_VERIFY GIT_PREFIX GIT_CREDENTIAL_* GIT_TEST_* GCM_* GIT_LFS_* GITPERLLIB GH_CONFIG_DIR GH_EDITOR GH_PAGER " +
      "GH_BROWSER GH_PATH",
  },
  {
    program: "hg, svn, cvs, rsync",
    reason: "run programs, move the configuration",
    names: "HG HGRCPATH HGEDITOR HGMERGE SVN_EDITOR SVN_SSH SVN_MERGE CVS_RSH CVSEDITOR CVSROOT CVS_SERVER " +
      "RSYNC_RSH RSYNC_PROXY RSYNC_CONNECT_PROG RSYNC_SHELL",
  },
  {
    program: "ssh, gpg, sudo",
    reason: "programs that ask for passwords, libraries, configuration",
    names: "SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_SK_PROVIDER SSH_PKCS11_HELPER SSH_SK_HELPER SUDO_ASKPASS " +
      "SUDO_EDITOR GNUPGHOME PINENTRY_USER_DATA",
  },
  {
    program: "less, man, more",
    reason: "run programs on the files that are shown, read keys that run programs",
    names:
      "LESS LESSOPEN LESSCLOSE LESSEDIT LESSKEY* LESSSECURE_ALLOW LESSHISTFILE LESSGLOBALTAGS LESSECHO " +
      "LESSMETACHARS LESSMETAESCAPE MORE MANPAGER MANPATH MANOPT MANROFFOPT MANROFFSEQ MANLESS MAN_* " +
      "GROFF_* BAT_* BATPIPE LV",
  },
  {
    program: "editors, pagers, browsers",
    reason: "are run by others",
    names: "EDITOR VISUAL FCEDIT HISTEDIT PAGER BROWSER SYSTEMD_* DELTA_PAGER",
  },
  {
    program: "vim, emacs, nano",
    reason: "start-up code",
    names:
      "VIMINIT EXINIT GVIMINIT MYVIMRC MYGVIMRC VIM VIMRUNTIME NVIM_* EMACSLOADPATH EMACSDATA EMACSPATH EMACSDOC " +
      "EMACS_* ALTERNATE_EDITOR JOE*",
  },
  {
    program: "shells",
    reason: "start-up code, functions, how words are split, traces that are evaluated",
    names: "ENV BASH_ENV BASH_FUNC_* BASH_LOADABLES_PATH BASH_XTRACEFD BASH_COMPAT SHELLOPTS BASHOPTS PS0 " +
      "PS1 PS2 PS4 PROMPT PROMPT_COMMAND IFS CDPATH FPATH GLOBIGNORE ZDOTDIR NULLCMD READNULLCMD " +
      "TMPPREFIX MODULE_PATH HISTFILE EXECIGNORE FISH_* fish_* __fish_*",
  },
  {
    program: "readline, terminals, tmux, screen",
    reason:
      "keys that run commands, terminal descriptions that send what they like, sockets of other sessions",
    names: "INPUTRC TERMINFO TERMINFO_DIRS TERMPATH TERMCAP NCURSES_TRACE TMUX TMUX_PANE TMUX_TMPDIR STY " +
      "SCREENRC SCREENDIR SYSSCREENRC DIALOGRC FZF_*",
  },
  {
    program: "desktop libraries",
    reason: "load plug-ins and modules",
    names:
      "GTK_MODULES GTK3_MODULES GTK_PATH GTK_EXE_PREFIX GTK_DATA_PREFIX GTK_IM_MODULE_FILE GTK_RC_FILES " +
      "GTK2_RC_FILES GDK_PIXBUF_* GIO_MODULE_DIR GIO_EXTRA_MODULES GIO_LAUNCH_* GI_TYPELIB_PATH GST_* " +
      "QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QT_QPA_GENERIC_PLUGINS QML_IMPORT_PATH " +
      "QML2_IMPORT_PATH QML_* LADSPA_PATH LV2_PATH DSSI_PATH ALSA_CONFIG_* ALSA_PLUGIN_DIR " +
      "PIPEWIRE_MODULE_DIR SPA_PLUGIN_DIR LIBGL_DRIVERS_PATH LIBVA_DRIVERS_PATH VDPAU_DRIVER_PATH VK_* " +
      "GBM_BACKENDS_PATH __EGL_* EGL_PLATFORM_* XLOCALEDIR",
  },
  {
    program: "images, documents, media",
    reason: "configuration and delegates that run programs",
    names: "MAGICK_* GS_* TEXMF* TEXINPUTS openout_any openin_any shell_escape* GDAL_DRIVER_PATH " +
      "GDAL_PYTHON_DRIVER_PATH FFMPEG_DATADIR",
  },
  {
    program: "databases, cloud, containers",
    reason: "run programs for passwords, load plug-ins, move the configuration",
    names:
      "PGSERVICEFILE PGSYSCONFDIR PSQLRC PSQL_* MYSQL_HOME LIBMYSQL_* SQLITE_HISTORY TNS_ADMIN ODBCINI " +
      "ODBCSYSINI ODBCINSTINI KUBECONFIG KUBE_EDITOR DOCKER_CONFIG DOCKER_HOST DOCKER_CLI_* " +
      "CONTAINERS_CONF* ANSIBLE_* TF_CLI_* TF_PLUGIN_* TF_DATA_DIR VAGRANT_* AWS_CONFIG_FILE " +
      "AWS_SHARED_CREDENTIALS_FILE CLOUDSDK_CONFIG CLOUDSDK_PYTHON*",
  },
  {
    program: "tar, gzip, curl and other tools",
    reason: "options, programs and configuration files",
    names:
      "TAR_OPTIONS TAPE GZIP BZIP BZIP2 XZ_OPT XZ_DEFAULTS UNZIP UNZIPOPT ZIP ZIPOPT ZIPINFO ZIPINFOOPT " +
      "CURL_HOME WGETRC SYSTEM_WGETRC NETRC GREP_OPTIONS RIPGREP_CONFIG_PATH PARALLEL AWKPATH " +
      "AWKLIBPATH BC_ENV_ARGS DC_ENV_ARGS VALGRIND_OPTS VALGRIND_LIB FAKECHROOT_* FAKEROOT* " +
      "PROXYCHAINS_* AUTHSTATE VAR_ACE USR_ACE DLC_ACE",
  },
];

/** All of them. */
export const DANGEROUS_VARIABLES: readonly string[] = [
  ...new Set(DANGEROUS_TABLE.flatMap(({ names }) => names.split(" "))),
];
